import type { Language } from '../../src/model/values/language.js';
import { nameProperty } from '../../src/model/values/language.js';
import type { Random } from './random.js';

type Words = Readonly<Record<Language, string>>;

const words = (EN: string, FR: string, ES: string, RU: string, AR: string, ZH: string): Words => ({
  EN,
  FR,
  ES,
  RU,
  AR,
  ZH,
});

/** What things are about. */
export const SUBJECTS: readonly Words[] = [
  words('patents', 'brevets', 'patentes', 'патенты', 'براءات', '专利'),
  words('trademarks', 'marques', 'marcas', 'товарные знаки', 'علامات', '商标'),
  words('agriculture', 'agriculture', 'agricultura', 'сельское хозяйство', 'زراعة', '农业'),
  words('health', 'santé', 'salud', 'здравоохранение', 'صحة', '卫生'),
  words('water', 'eau', 'agua', 'вода', 'مياه', '水'),
  words('energy', 'énergie', 'energía', 'энергия', 'طاقة', '能源'),
  words('education', 'éducation', 'educación', 'образование', 'تعليم', '教育'),
  words('trade', 'commerce', 'comercio', 'торговля', 'تجارة', '贸易'),
  words('transport', 'transports', 'transporte', 'транспорт', 'نقل', '运输'),
  words('statistics', 'statistiques', 'estadística', 'статистика', 'إحصاء', '统计'),
  words('fisheries', 'pêche', 'pesca', 'рыболовство', 'مصائد', '渔业'),
  words('forests', 'forêts', 'bosques', 'леса', 'غابات', '森林'),
  words('climate', 'climat', 'clima', 'климат', 'مناخ', '气候'),
  words('finance', 'finances', 'finanzas', 'финансы', 'تمويل', '金融'),
  words('culture', 'culture', 'cultura', 'культура', 'ثقافة', '文化'),
  words('medicines', 'médicaments', 'medicamentos', 'лекарства', 'أدوية', '药品'),
];

/** What is done about them. */
export const ACTIVITIES: readonly Words[] = [
  words('training', 'formation', 'formación', 'обучение', 'تدريب', '培训'),
  words('research', 'recherche', 'investigación', 'исследование', 'بحث', '研究'),
  words('policy', 'politique', 'política', 'политика', 'سياسة', '政策'),
  words('network', 'réseau', 'red', 'сеть', 'شبكة', '网络'),
  words('laboratory', 'laboratoire', 'laboratorio', 'лаборатория', 'مختبر', '实验室'),
  words('planning', 'planification', 'planificación', 'планирование', 'تخطيط', '规划'),
  words('standards', 'normes', 'normas', 'стандарты', 'معايير', '标准'),
  words('technology', 'technologie', 'tecnología', 'технология', 'تكنولوجيا', '技术'),
];

const LANGUAGES = Object.keys(nameProperty) as Language[];

/** A name from a subject, an activity and a number, in `most` languages; `name` is the English one. */
export function named(
  random: Random,
  number: number,
  most: number,
  subject = random.oneOf(SUBJECTS),
): Readonly<Record<string, string>> {
  const activity = random.oneOf(ACTIVITIES);
  const first = random.below(LANGUAGES.length);
  const languages = Array.from({ length: most }, (_, i) => LANGUAGES[(first + i) % LANGUAGES.length]);
  const nameIn = (one: Language): string => `${activity[one]}: ${subject[one]} ${number}`;
  return {
    name: nameIn('EN'),
    ...Object.fromEntries(
      (languages as Language[]).map((one): [string, string] => [nameProperty[one], nameIn(one)]),
    ),
  };
}
