import page from '@/ui/page.module.css';
import { Skeleton } from '@/ui/Skeleton';

export default function Loading() {
  return (
    <div className={page.page}>
      <Skeleton heights={[32, 190, 640]} />
    </div>
  );
}
