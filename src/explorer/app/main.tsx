import './style/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { client } from './ask/client.js';
import { Routes } from './routes.js';
import { InLanguage } from './texts/use-texts.js';

createRoot(document.getElementById('explorer')!).render(
  <StrictMode>
    <Provider value={client}>
      <InLanguage>
        <Routes />
      </InLanguage>
    </Provider>
  </StrictMode>,
);
