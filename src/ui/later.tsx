import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A part of the page that is loaded when it is first opened: parsers and templates are most of what there is to load.
 * What goes wrong with the loading is told as everything that nobody expected.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (Part !== undefined) return;
      void load().then((part) => {
        loaded = part;
        setPart(() => part);
      });
    }, [Part]);
    return Part === undefined ? null : <Part {...props} />;
  };
}
