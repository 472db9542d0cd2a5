/**
 * The names of months, whole or cut short, in the languages of pages that were seen, in order. No beginnings: “Marketing
 * 27, 2031” names none.
 */
const MONTHS: readonly RegExp[] = [
  /^(?:jan(?:uary|uar|uari|vier|eiro)?|jän(?:ner)?|ene(?:ro)?|gen(?:naio|er)?|led(?:en|na)|stycz(?:eń|nia)|янв(?:арь|аря)?|січ(?:ень|ня)?)$/,
  /^(?:feb(?:ruary|ruar|rero|braio|ruari)?|fev(?:ereiro|rier)?|fév(?:rier)?|únor|února|lut(?:y|ego)|фев(?:раль|раля)?|лют(?:ий|ого)?)$/,
  /^(?:mar(?:ch|s|zo|ço|ts|zec|ca)?|m[äa]rz|maart|mrt|mrz|břez(?:en|na)|март?|марта|берез(?:ень|ня))$/,
  /^(?:apr(?:il|ile)?|abr(?:il)?|avr(?:il)?|dub(?:en|na)|kwie(?:cień|tnia)|апр(?:ель|еля)?|квіт(?:ень|ня))$/,
  /^(?:may|mayo|mai|maio|mei|mag(?:gio)?|maj|maja|květ(?:en|na)|ма[йя]|трав(?:ень|ня))$/,
  /^(?:jun(?:e|i|io|ho)?|juin|giu(?:gno)?|červ(?:en|na)|czerw(?:iec|ca)|июн[ья]?|черв(?:ень|ня))$/,
  /^(?:jul(?:y|i|io|ho)?|juil(?:let)?|lug(?:lio)?|červen(?:ec|ce)|lip(?:iec|ca)|июл[ья]?|лип(?:ень|ня))$/,
  /^(?:aug(?:ust|ustus|usti)?|ago(?:sto)?|ao[ûu]t|srp(?:en|na)|sierp(?:ień|nia)|авг(?:уст|уста)?|серп(?:ень|ня))$/,
  /^(?:sept?(?:ember|embre|iembre|tembre)?|set(?:embro|tembre)?|září|wrze(?:sień|śnia)|сент?(?:ябрь|ября)?|верес(?:ень|ня))$/,
  /^(?:o[ck]t(?:ober|obre|ubre)?|out(?:ubro)?|ott(?:obre)?|říj(?:en|na)|paździer(?:nik|nika)|окт(?:ябрь|ября)?|жовт(?:ень|ня))$/,
  /^(?:nov(?:ember|embre|iembre|embro)?|listopad[ua]?|ноя(?:брь|бря)?|листопада?)$/,
  /^(?:de[cz](?:ember|embre|embro)?|d[ée]c(?:embre)?|dic(?:iembre|embre)?|pros(?:inec|ince)|grud(?:zień|nia)|дек(?:абрь|абря)?|груд(?:ень|ня))$/,
];

/** 1 to 12; 0: the word names no month. */
const number = (name: string): number => {
  const small = name.normalize('NFC').toLowerCase();
  return MONTHS.findIndex((month) => month.test(small)) + 1;
};

/**
 * The day in a line as people write it, as `2031-02-27`; empty where none is in it, or where it could be two: `5/8/2031`
 * is a day in May or in August. The language of the page can tell.
 */
export function writtenDay(text: string, language = ''): string {
  const written = text.slice(0, 200);
  const year = '((?:19|20)\\d\\d)';
  for (const [pattern, order] of [
    [`(?<!\\d)${year}\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日`, 'ymd'],
    [`(?<!\\d)${year}\\s*[년.]\\s*(\\d{1,2})\\s*[월.]\\s*(\\d{1,2})(?:\\s*일|\\.?(?!\\d))`, 'ymd'],
    [`(?<!\\d)${year}[-/](\\d{1,2})[-/](\\d{1,2})(?!\\d)`, 'ymd'],
    [
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª)?\\.?(?:\\s+|\\.|-)(?:de\\s+|of\\s+)?(\\p{L}{3,12})\\.?,?(?:\\s+|\\.|-)(?:de\\s+)?${year}(?!\\d)`,
      'dmy',
    ],
    [`(?<!\\p{L})(\\p{L}{3,10})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:\\p{L}{3}\\.?,?\\s+)?${year}(?!\\d)`, 'mdy'],
    [`(?<!\\d)(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?${year}(?!\\d)`, 'dmy'],
  ] as const) {
    for (const [, one = '', two = '', three = ''] of written.matchAll(new RegExp(pattern, 'giu'))) {
      const [y, m, d] = order === 'ymd' ? [one, two, three] : order === 'dmy' ? [three, two, one] : [three, one, two];
      const found = dayOf(Number(y), /^\d+$/.test(m) ? Number(m) : number(m), Number(d));
      if (found !== '') return found;
    }
  }
  const slashes = new RegExp(`(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(${year}|\\d\\d)(?![\\d/])`).exec(written);
  return slashes === null ? '' : slashedDay(Number(slashes[1]), Number(slashes[2]), slashes[3] ?? '', language);
}

/** `2/27/2031`: which of the two is the month, only one of them can be, or the language says. */
function slashedDay(one: number, two: number, year: string, language: string): string {
  const american = /^en[-_]us$/i.test(language);
  const dayFirst = language !== '' && !/^en$/i.test(language) && !american && !/^(?:zh|ja|ko)/i.test(language);
  // Two figures are a year only where the order is known: `12/11/10` could be anything.
  if (year.length === 2) return american ? dayOf(2000 + Number(year), one, two) : '';
  if (one > 12 || dayFirst) return dayOf(Number(year), two, one);
  if (two > 12 || american) return dayOf(Number(year), one, two);
  return '';
}

/** The day as `2031-02-27`; empty: there is no such day. */
export function dayOf(year: number, month: number, date: number): string {
  const known = new Date(Date.UTC(year, month - 1, date));
  const isDay = year >= 1900 && year <= 2200 && known.getUTCMonth() === month - 1 && known.getUTCDate() === date;
  return isDay ? known.toISOString().slice(0, 10) : '';
}

/** The day in an address, as newspapers and blogs have it: `/2031/02/27/`, `/20310227/`, `/2031-02-27-rope`. */
export function dayInAddress(address: string): string {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
  const parted = /[/_-]((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/.exec(path);
  const whole = /[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)/.exec(path);
  const [, year, month, date] = parted ?? whole ?? [];
  return dayOf(Number(year), Number(month), Number(date));
}
