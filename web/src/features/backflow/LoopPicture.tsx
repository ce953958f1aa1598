import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import page from '@/ui/page.module.css';
import { type BackflowParams, toHref } from './backflow-params';
import styles from './loop.module.css';
import { LOOP, layOutLoop, type UnitShape } from './loop-geometry';
import { type Closure, type Standing, standingOf, type UnitLink, volumesOf } from './units';

const SIGN: Record<Standing, string> = { good: '✓', overdue: '!', broken: '✕', none: '–' };

interface Props {
  units: Closure[];
  others: Closure[];
  chosen: string | undefined;
  params: BackflowParams;
}

/** City, district, sub-districts: what goes up at the side, what comes back from above; a chosen unit's loop is lit. */
export function LoopPicture({ units, others, chosen, params }: Props) {
  const t = useTranslations('backflow.loop');
  const volumes = units.map(volumesOf);
  const { width, height, shapes } = layOutLoop(volumes);
  const fromCity = others.flatMap((row) => row.links).filter((link) => link.from.provider?.kind === 'CITY');
  const lit = units.some((row) => row.department.code === chosen);
  const inner = width - LOOP.left - LOOP.right;
  return (
    <section className={page.panel} aria-labelledby="loop">
      <div className={page.panelHead}>
        <h2 id="loop" className={page.nowrap}>
          {t('title')}
        </h2>
        <span className={page.small}>{t('caption')}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <figure className={styles.loop} aria-label={t('label', { count: units.length })} tabIndex={0}>
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure is named, its links carry their own names */}
        <svg viewBox={`0 0 ${width} ${height}`} data-lit={lit} style={{ minWidth: Math.min(width, 980) }}>
          <defs>
            <marker
              id="loop-up"
              markerWidth="7"
              markerHeight="8"
              refX="1"
              refY="4"
              orient="auto"
              markerUnits="userSpaceOnUse"
            >
              <path d="M0 0L7 4L0 8z" fill="context-stroke" />
            </marker>
          </defs>
          {units.map((row, index) => (
            <path
              key={row.department.code}
              className={styles.up}
              data-on={row.department.code === chosen}
              d={shapes[index]?.up.path}
              strokeWidth={shapes[index]?.up.width}
              markerEnd="url(#loop-up)"
            />
          ))}
          <path
            className={styles.reach}
            d={`M${LOOP.left + 56} ${LOOP.district.y}V${LOOP.city.y + LOOP.city.height + 8}`}
            markerEnd="url(#loop-up)"
          />
          <text
            x={LOOP.left + 68}
            y={(LOOP.city.y + LOOP.city.height + LOOP.district.y) / 2 + 4}
            className={styles.note}
          >
            {t('gathered')}
          </text>
          <CityLinks links={fromCity} from={LOOP.left + 178} width={inner - 178} />
          <Level
            y={LOOP.city.y}
            height={LOOP.city.height}
            width={inner}
            title={t('city')}
            text={t('cityText')}
          />
          <Level
            y={LOOP.district.y}
            height={LOOP.district.height}
            width={inner}
            title={t('district')}
            text={t('districtText')}
          />
          {units.map((row, index) => {
            const shape = shapes[index];
            const volume = volumes[index];
            return (
              shape &&
              volume && (
                <Unit
                  key={row.department.code}
                  row={row}
                  shape={shape}
                  volume={volume}
                  on={row.department.code === chosen}
                  href={toHref({
                    ...params,
                    unit: row.department.code === chosen ? 'all' : row.department.code,
                  })}
                />
              )
            );
          })}
        </svg>
      </figure>
    </section>
  );
}

function Level({
  y,
  height,
  width,
  title,
  text,
}: {
  y: number;
  height: number;
  width: number;
  title: string;
  text: string;
}) {
  return (
    <g>
      <rect x={LOOP.left} y={y} width={width} height={height} rx="8" className={styles.level} />
      <text x={LOOP.left + 16} y={y + height / 2 - 2} className={styles.levelTitle}>
        {title}
      </text>
      <text x={LOOP.left + 16} y={y + height / 2 + 16} className={styles.note}>
        {text}
      </text>
    </g>
  );
}

function CityLinks({ links, from, width }: { links: UnitLink[]; from: number; width: number }) {
  const t = useTranslations('backflow.loop');
  const format = useFormatter();
  const rows = links.map((link) => link.deliveries[0]?.rowsLanded ?? 0);
  const most = Math.max(1, ...rows);
  const step = width / Math.max(1, links.length);
  const top = LOOP.city.y + LOOP.city.height;
  const reach = LOOP.district.y - top;
  return links.map((link, index) => {
    const thick = Math.max(2, ((rows[index] ?? 0) / most) * 30);
    const x = from + index * step;
    const sent = link.deliveries[0]?.rowsSent ?? 0;
    return (
      <Link key={link.code} href={paths.backflowLink(link.code)} className={styles.cityLink}>
        <rect x={x} y={top} width={step - 8} height={reach} fill="transparent" />
        <path className={styles.back} d={ribbon(x + 18, top, reach, thick)} />
        <text x={x + 42} y={top + reach / 2 - 6} className={styles.name}>
          {link.from.title}
        </text>
        <text x={x + 42} y={top + reach / 2 + 12} className={styles.note}>
          {t('landedOf', { landed: format.number(rows[index] ?? 0), sent: format.number(sent) })}
        </text>
      </Link>
    );
  });
}

interface UnitProps {
  row: Closure;
  shape: UnitShape;
  volume: { collected: number; sent: number; landed: number };
  on: boolean;
  href: string;
}

function Unit({ row, shape, volume, on, href }: UnitProps) {
  const t = useTranslations('backflow.loop');
  const format = useFormatter();
  const standing = standingOf(row);
  const top = LOOP.district.y + LOOP.district.height;
  const reach = LOOP.unit.y - top;
  const { x, down } = shape;
  const left = x - LOOP.box / 2 + 10;
  const line = LOOP.unit.y;
  const words = {
    name: row.department.shortName,
    standing: t(`standing.${standing}`),
    collected: volume.collected,
    landed: volume.landed,
    sent: volume.sent,
  };
  return (
    <Link
      href={href}
      scroll={false}
      className={styles.unit}
      data-on={on}
      data-standing={standing}
      data-unit={row.department.code}
      aria-label={t('unitLabel', words)}
      aria-current={on ? 'true' : undefined}
    >
      <title>{t('unitLabel', words)}</title>
      {down.sent > 0 && <path className={styles.sent} d={ribbon(x, top, reach, down.sent)} />}
      {down.landed > 0 && <path className={styles.back} d={ribbon(x, top, reach, down.landed)} />}
      {standing !== 'good' && (
        <g className={styles.stop}>
          <circle cx={x} cy={top + reach / 2} r="10" />
          <text x={x} y={top + reach / 2 + 4.5} textAnchor="middle">
            {SIGN[standing]}
          </text>
        </g>
      )}
      <rect
        x={x - LOOP.box / 2}
        y={line}
        width={LOOP.box}
        height={LOOP.unit.height}
        rx="7"
        className={styles.box}
      />
      <text x={left} y={line + 20} className={styles.name}>
        {row.department.shortName}
      </text>
      <text x={left} y={line + 39} className={styles.note}>
        {t('up')} <tspan className={styles.figure}>{format.number(volume.collected)}</tspan>
      </text>
      <text x={left} y={line + 56} className={styles.note}>
        {t('down')} <tspan className={styles.figure}>{format.number(volume.landed)}</tspan>
      </text>
      <text x={left} y={line + 74} className={styles.standing}>
        {SIGN[standing]} {t(`standing.${standing}`)}
      </text>
    </Link>
  );
}

/** A band straight down with an arrow's head at its end. */
function ribbon(x: number, y: number, length: number, thick: number): string {
  const half = thick / 2;
  const head = Math.min(10, 4 + half);
  const wing = half + 4;
  const neck = y + length - head;
  return `M${x - half} ${y}H${x + half}V${neck}H${x + wing}L${x} ${y + length}L${x - wing} ${neck}H${x - half}Z`;
}
