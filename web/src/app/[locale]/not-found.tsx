import { NotFound } from '@/ui/NotFound';

export default function Page() {
  return <NotFound />;
}
