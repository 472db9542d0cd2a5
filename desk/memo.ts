import { Component, type ComponentChildren, type ComponentClass, createElement, type FunctionComponent } from 'preact';

/** A component that is drawn anew only when one of its properties, or a context it uses, has changed. */
export function memo<P extends object>(draw: FunctionComponent<P>): ComponentClass<P> {
  return class Memo extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const names = Object.keys(next) as (keyof P)[];
      return names.some((name) => next[name] !== (this.props as P)[name]);
    }
    override render(props: P): ComponentChildren {
      return createElement(draw, props);
    }
  };
}
