/** What a view in a frame of ours says when the reader goes on in it. */
export interface FrameMoved {
  readonly kind: 'moved';
  /** Path and parameters, without `embed`. */
  readonly to: string;
}

/** Whether a text is an address of this explorer, and not one that leads elsewhere. */
export function isOwnAddress(address: string | null): address is string {
  if (address === null || !address.startsWith('/') || address.startsWith('//')) return false;
  return (
    URL.canParse(address, location.origin) && new URL(address, location.origin).origin === location.origin
  );
}

/** The same view without its surroundings. */
export function embedded(address: string): string {
  const url = new URL(address, location.origin);
  url.searchParams.set('embed', '');
  return `${url.pathname}${url.search}`;
}

/** Whether the page around this frame is ours; a foreign one lets nobody read its address. */
function isParentOurs(): boolean {
  try {
    return window.parent.location.origin === location.origin;
  } catch {
    return false;
  }
}

/** Tells the page around this frame, if it is ours, where the reader is now. */
export function tellParent(): void {
  if (window.parent === window || !isParentOurs()) return;
  const url = new URL(location.href);
  url.searchParams.delete('embed');
  const moved: FrameMoved = { kind: 'moved', to: `${url.pathname}${url.search}` };
  window.parent.postMessage(moved, location.origin);
}
