import type { Finding } from '../src/roundup/preflight/finding.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { countOf } from './count-findings.ts';

/** The words of preflight's tab, with how much there is to fix and to look at. */
export function PreflightTab({ findings }: { findings: readonly Finding[] | null }) {
  const say = useSay();
  const { fix, look } = countOf(findings ?? []);
  return (
    <>
      {say('deskPreflight')}
      {fix > 0 && (
        <span class="tag tag-bad">
          <Icon name="stop" />
          {fix}
          <span class="vh"> {say('deskPreflightToFix')}</span>
        </span>
      )}
      {look > 0 && (
        <span class="tag tag-warn">
          <Icon name="warn" />
          {look}
          <span class="vh"> {say('deskPreflightToLookAt')}</span>
        </span>
      )}
    </>
  );
}
