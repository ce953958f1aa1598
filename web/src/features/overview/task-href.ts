import type { Role, TaskKind } from '@/lib/api/gql/graphql';
import { paths } from '@/lib/paths';

/** The list behind a task: as many rows as the task says, of the person's own department where the role looks after that. */
export function taskHref(kind: TaskKind, role: Role, department: string): string {
  const own: Record<string, string> = role === 'SUBDISTRICT' || role === 'APPLICATION' ? { department } : {};
  const used: Record<string, string> = role === 'APPLICATION' ? { usedBy: department } : {};
  switch (kind) {
    case 'BROKEN_BACKFLOW':
    case 'OVERDUE_BACKFLOW':
      return paths.backflow({
        ...(role === 'SUBDISTRICT' ? { unit: department } : {}),
        sort: 'STATE',
        dir: 'desc',
      });
    case 'EXCEEDED_AUTHORIZATIONS':
      return paths.interfaces({ exceeded: '1', ...used });
    case 'EXPIRING_AUTHORIZATIONS':
      return paths.interfaces({ expiring: '30', ...used });
    case 'IDLE_INTERFACES':
      return paths.interfaces({ idle: '30', ...used });
    case 'SUSPENDED_INTERFACES':
      return paths.interfaces({ state: 'SUSPENDED', ...used });
    case 'LATE_DATASETS':
      return paths.catalogue({ freshness: 'LATE', ...own });
    case 'UNGRADED_FIELDS':
      return paths.catalogue({ kind: 'FIELD', grade: 'NONE', ...own });
    case 'REFUSED_EVENTS':
      return paths.admin({ only: 'refused' });
  }
}
