import { notFound } from 'next/navigation';

/** Unknown addresses get the page of their language. */
export default function Page(): never {
  notFound();
}
