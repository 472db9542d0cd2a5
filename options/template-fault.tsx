import type { RefObject } from 'preact';
import type { StyleFault } from '../src/roundup/style-fault.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';

export interface TemplateFaultProps {
  /** The text that has the fault. */
  text: string;
  fault: StyleFault | null;
  field: RefObject<HTMLTextAreaElement>;
}

/** So much of the line is shown before and behind the place. */
const AROUND = 30;

/** Why a template is not used, and the place marked in its line. */
export function TemplateFault({ text, fault, field }: TemplateFaultProps) {
  const say = useSay();
  const lines = text.split('\n');
  const line = fault === null ? undefined : lines[fault.line - 1];
  const at = (fault?.column ?? 1) - 1;
  const goThere = () => {
    const start = lines.slice(0, (fault?.line ?? 1) - 1).reduce((sum, one) => sum + one.length + 1, 0);
    field.current?.focus();
    field.current?.setSelectionRange(start + at, start + (line?.length ?? at));
  };
  return (
    <>
      <p class="problem" id="template-fault" role="alert">
        {fault !== null && (
          <>
            <Icon name="stop" />{' '}
            {fault.line > 0
              ? say('styleFaultAt', fault.line, fault.column, fault.reason)
              : say('styleFault', fault.reason)}
          </>
        )}
      </p>
      {line !== undefined && at < line.length && (
        <p class="fault-at">
          <code dir="ltr">
            {line.slice(Math.max(0, at - AROUND), at)}
            <mark>{line.slice(at, at + AROUND)}</mark>
          </code>{' '}
          <button class="act" type="button" onClick={goThere}>
            {say('styleGoThere')}
          </button>
        </p>
      )}
    </>
  );
}
