const MODIFIERS = ['Alt', 'Control', 'Meta', 'Shift'] as const;
export type Modifier = (typeof MODIFIERS)[number];

export interface Key {
  /** KeyboardEvent.key */
  key: string;
  /** KeyboardEvent.code */
  code: string;
  keyCode: number;
  /** What the key writes without modifiers; none for Tab, arrows and the like. */
  text?: string;
}

export interface Chord {
  modifiers: Modifier[];
  key: Key;
}

const NAMED: Record<string, number> = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  Shift: 16,
  Control: 17,
  Alt: 18,
  Escape: 27,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Insert: 45,
  Delete: 46,
  Meta: 91,
};

const MODIFIER_CODES: Record<Modifier, string> = {
  Alt: 'AltLeft',
  Control: 'ControlLeft',
  Meta: 'MetaLeft',
  Shift: 'ShiftLeft',
};

const PUNCTUATION: Record<string, [code: string, keyCode: number]> = {
  ' ': ['Space', 32],
  ';': ['Semicolon', 186],
  ':': ['Semicolon', 186],
  '=': ['Equal', 187],
  '+': ['Equal', 187],
  ',': ['Comma', 188],
  '<': ['Comma', 188],
  '-': ['Minus', 189],
  _: ['Minus', 189],
  '.': ['Period', 190],
  '>': ['Period', 190],
  '/': ['Slash', 191],
  '?': ['Slash', 191],
  '`': ['Backquote', 192],
  '~': ['Backquote', 192],
  '[': ['BracketLeft', 219],
  '{': ['BracketLeft', 219],
  '\\': ['Backslash', 220],
  '|': ['Backslash', 220],
  ']': ['BracketRight', 221],
  '}': ['BracketRight', 221],
  "'": ['Quote', 222],
  '"': ['Quote', 222],
};

function isModifier(name: string): name is Modifier {
  return MODIFIERS.some((modifier) => modifier === name);
}

/** The key of a US keyboard with this name or character; characters it does not have come from a key without a code. */
export function keyFor(name: string): Key {
  if (name === '\n') return keyFor('Enter');
  if (name === '\t') return keyFor('Tab');
  const named = NAMED[name];
  if (named !== undefined) {
    const code = isModifier(name) ? MODIFIER_CODES[name] : name;
    return name === 'Enter' ? { key: name, code, keyCode: named, text: '\r' } : { key: name, code, keyCode: named };
  }
  const functionKey = /^F([1-9]|1[0-2])$/.exec(name);
  if (functionKey) return { key: name, code: name, keyCode: 111 + Number(functionKey[1]) };
  if ([...name].length !== 1) throw new Error(`There is no key named ${name}.`);
  if (/[a-z]/i.test(name)) {
    const upper = name.toUpperCase();
    return { key: name, code: `Key${upper}`, keyCode: upper.charCodeAt(0), text: name };
  }
  if (/[0-9]/.test(name)) return { key: name, code: `Digit${name}`, keyCode: name.charCodeAt(0), text: name };
  const [code, keyCode] = PUNCTUATION[name] ?? ['', 0];
  return { key: name, code, keyCode, text: name };
}

/** Reads 'Control+Enter' or 'Shift+ArrowLeft'; the plus key is '+' alone or at the end: 'Control++'. */
export function parseChord(keys: string): Chord {
  const parts = keys.endsWith('+') ? [...keys.slice(0, -1).split('+').filter(Boolean), '+'] : keys.split('+');
  const last = parts.pop() ?? '';
  const modifiers = parts.map((part) => {
    if (!isModifier(part)) throw new Error(`${part} in ${keys} is no modifier; there are ${MODIFIERS.join(', ')}.`);
    return part;
  });
  return { modifiers, key: keyFor(modifiers.includes('Shift') && last.length === 1 ? last.toUpperCase() : last) };
}
