import type { Section } from '../src/domain/section.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';
import { MenuButton, type MenuItem } from './menu-button.tsx';

/** What this issue can do with a section: leave it out, write something under its heading. */
export function SectionMenu({
  section,
  leftOut,
  onWriteIntro,
}: {
  section: Section;
  leftOut: boolean;
  onWriteIntro: () => void;
}) {
  const say = useSay();
  const { browser, commands, issue, newsletter } = useDesk();
  if (issue === null) return null;
  const here = issue.sections[section.id] ?? { intro: '', leftOut: false };
  const put = (fields: Partial<typeof here>, said: string) =>
    commands.changeIssue({ sections: { ...issue.sections, [section.id]: { ...here, ...fields } } }, said);
  const items: MenuItem[] = [
    {
      key: 'leave-out',
      label: say(leftOut ? 'deskTakeIn' : 'deskLeaveOut'),
      onChoose: () => put({ leftOut: !leftOut }, say(leftOut ? 'deskTakenIn' : 'deskLeftOutNow', section.name)),
    },
  ];
  if (here.intro === '') {
    items.push({ key: 'intro', label: say('deskWriteIntro'), onChoose: onWriteIntro });
  }
  if (section.onlyIn === issue.id) {
    const sections = newsletter.sections.map((one) =>
      one.id === section.id ? { ...one, deletedAt: browser.now() } : one,
    );
    items.push({
      key: 'remove',
      label: say('deskRemoveSection'),
      apart: true,
      onChoose: () =>
        commands.changeAll(
          [{ table: 'newsletters', id: newsletter.id, fields: { sections } }],
          say('deskSectionRemoved', section.name),
        ),
    });
  }
  return (
    <MenuButton class="btn btn-quiet btn-icon btn-sm" name={say('deskSectionMenu', section.name)} items={items}>
      <Icon name="more" />
    </MenuButton>
  );
}
