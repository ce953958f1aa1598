import { useFormatter, useTranslations } from 'next-intl';
import type { OverviewQuery, Role } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import page from '@/ui/page.module.css';
import { taskHref } from './task-href';
import styles from './tasks.module.css';

interface Props {
  tasks: OverviewQuery['overview']['tasks'];
  role: Role;
  department: string;
}

/** 待我处理: what is wrong first, each with its number, and the way to the list that has as many rows. */
export function Tasks({ tasks, role, department }: Props) {
  const t = useTranslations('overview.task');
  const format = useFormatter();
  return (
    <section className={page.panel} aria-labelledby="tasks">
      <div className={page.panelHead}>
        <h2 id="tasks">{t('title')}</h2>
        <span className={page.small}>{t(`scope.${role}`)}</span>
      </div>
      {tasks.length === 0 ? (
        <p className={styles.none}>{t('none')}</p>
      ) : (
        <ul className={styles.tasks}>
          {tasks.map(({ kind, count, urgent }) => (
            <li key={kind}>
              <Link href={taskHref(kind, role, department)} data-task={kind} data-urgent={urgent}>
                <strong>{format.number(count)}</strong>
                <span className={styles.words}>
                  <span className={styles.what}>
                    {urgent && (
                      <span aria-hidden="true" className={styles.sign}>
                        !
                      </span>
                    )}
                    {urgent && <span className="visually-hidden">{t('urgent')}</span>}
                    {t(`kind.${kind}.title`)}
                  </span>
                  <span className={page.small}>{t(`kind.${kind}.text`)}</span>
                </span>
                <span aria-hidden="true" className={styles.go}>
                  ›
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
