import type { LearnedRule } from '../src/domain/learned.ts';
import { type MessageKey, type Say, useSay } from '../src/ui/messages.tsx';
import { Evidence } from './evidence.tsx';
import { toVisible } from './visible-space.ts';

/** What a rule is about that is no white space of the style, and where that is changed. */
interface Told {
  name: string;
  where: MessageKey;
  /** The part of the options to go to; undefined: a template on this page. */
  part?: string;
}

function told(say: Say, { name }: LearnedRule): Told {
  const [kind = '', ...rest] = name.split(':');
  const of = rest.join(':');
  switch (kind) {
    case 'front':
      return { name: say('styleRuleFront', of), where: 'styleInIssue' };
    case 'comments':
      return { name: say('styleRuleComments'), where: 'styleInIssue' };
    case 'closing':
      return { name: say('deskClosing'), where: 'styleInIssue' };
    case 'shape':
      return { name: say('styleRuleShape', of), where: 'styleInSections', part: 'newsletter' };
    case 'title':
      return { name: say('optionsIssueTitle'), where: 'styleInNewsletter', part: 'newsletter' };
    case 'issueAddress':
      return { name: say('optionsIssueAddress'), where: 'styleInNewsletter', part: 'newsletter' };
    case 'reference':
      return { name: say('styleReference'), where: 'styleInReference' };
    default:
      // Learned by a later version, or by another machine.
      return { name, where: 'styleInTemplates' };
  }
}

/** Rules that are part of a template, of a section or of the newsletter: their evidence, and where each is changed. */
export function OtherRules({ rules }: { rules: readonly LearnedRule[] }) {
  const say = useSay();
  return (
    <>
      {rules.map((rule) => {
        const { name, where, part } = told(say, rule);
        return (
          <div class="rule" key={rule.name} data-rule={rule.name}>
            <h4>{name}</h4>
            <code class="val">
              {rule.value === '' ? say('styleNothing') : toVisible(rule.value).replaceAll('\n', '')}
            </code>
            <div class="ev">
              <Evidence rule={rule} />
              <span class="where">{part === undefined ? say(where) : <a href={`#${part}`}>{say(where)}</a>}</span>
            </div>
          </div>
        );
      })}
    </>
  );
}
