import { useLayoutEffect, useState } from 'preact/hooks';
import { App, type AppProps } from './app.tsx';
import type { Following } from './following.ts';
import { canBeLinked } from './page-key.ts';
import { ElsewhereNote } from './page-notes.tsx';

export interface BesideProps extends Omit<AppProps, 'writing' | 'elsewhere' | 'onBeside'> {
  following: Following;
}

/** The form beside the page: the popup's own, which goes along from page to page. */
export function Beside({ following, ...props }: BesideProps) {
  const [, redraw] = useState(0);
  useLayoutEffect(() => following.subscribe(() => redraw((n) => n + 1)), [following]);
  const { writing, version, elsewhere } = following;
  return (
    <App
      {...props}
      key={version}
      writing={writing}
      elsewhere={
        elsewhere !== null && (
          <ElsewhereNote
            canAdd={canBeLinked(elsewhere)}
            onWriteNew={() => following.writeAboutNew()}
            onAdd={() => void following.addHere().catch((error) => following.fail(error))}
          />
        )
      }
    />
  );
}
