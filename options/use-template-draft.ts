import { useEffect, useRef, useState } from 'preact/hooks';

/** A template while it is being written. */
export interface TemplateDraft {
  /** What stands in the field. */
  text: string;
  write: (text: string) => void;
  /** Hands the text over to the style, once. */
  use: (save: () => void) => void;
}

/**
 * What is typed into a template. It is laid aside in localStorage until it has become the style's own: what is wrong, or
 * not tried yet, outlives the page without ever being printed with.
 *
 * @param value the template of the style.
 */
export function useTemplateDraft(key: string, value: string): TemplateDraft {
  const [drafts, setDrafts] = useState<Record<string, string | null>>({});
  /** What was handed over and has not come back from the database yet, by key. */
  const asked = useRef<Record<string, string>>({});
  const draft = drafts[key] === undefined ? laidAside(key) : drafts[key];
  useEffect(() => {
    if (asked.current[key] === value) delete asked.current[key];
    if (draft !== value || asked.current[key] !== undefined) return;
    layAside(key, null);
    setDrafts((all) => ({ ...all, [key]: null }));
  }, [key, draft, value]);
  return {
    text: draft ?? value,
    write: (text) => {
      layAside(key, text);
      setDrafts((all) => ({ ...all, [key]: text }));
    },
    use: (save) => {
      if (draft === null || draft === (asked.current[key] ?? value)) return;
      asked.current[key] = draft;
      save();
    },
  };
}

// Where the browser has no room or allows none, the text still stands in the field.
function layAside(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {}
}

function laidAside(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
