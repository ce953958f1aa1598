// The environment of the two commands, read once; all faults are reported together.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this clone. */
export const REPO = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const MEMORY = /^[1-9]\d*[kKmMgG]$/;

function folder(env, name, xdg, fallback) {
  if (env[name]) return resolve(env[name]);
  const base = env[xdg] ? env[xdg] : join(env.HOME || homedir(), fallback);
  return join(resolve(base), 'yuanliu');
}

function port(env, name, fallback, faults) {
  const text = env[name] || String(fallback);
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 65_535) {
    faults.push(`${name}=${text} 不是端口号 (1–65535) / is not a port number`);
    return fallback;
  }
  return value;
}

function memory(env, name, fallback, faults) {
  const text = env[name] || fallback;
  if (!MEMORY.test(text)) faults.push(`${name}=${text} 应写作 512m 或 2g / must look like 512m or 2g`);
  return text.toLowerCase();
}

function outsideDatabase(env, faults) {
  const uri = env.NEO4J_URI;
  if (!uri) return undefined;
  if (!/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/]+/.test(uri)) {
    faults.push(`NEO4J_URI=${uri} 应以 bolt:// 或 neo4j:// 开头 / must begin with bolt:// or neo4j://`);
  }
  return {
    uri,
    user: env.NEO4J_USER || 'neo4j',
    password: env.NEO4J_PASSWORD ?? '',
    database: env.NEO4J_DATABASE || 'neo4j',
  };
}

/** Settings from an environment: `{ settings, faults }`, where faults are texts for people. */
export function readSettings(env = process.env) {
  const faults = [];
  const settings = {
    repo: REPO,
    home: folder(env, 'YUANLIU_HOME', 'XDG_DATA_HOME', '.local/share'),
    cache: folder(env, 'YUANLIU_CACHE', 'XDG_CACHE_HOME', '.cache'),
    apiPort: port(env, 'API_PORT', 4000, faults),
    webPort: port(env, 'WEB_PORT', 3000, faults),
    boltPort: port(env, 'NEO4J_BOLT_PORT', 7687, faults),
    heap: memory(env, 'NEO4J_HEAP', '512m', faults),
    pageCache: memory(env, 'NEO4J_PAGECACHE', '256m', faults),
    database: outsideDatabase(env, faults),
    seed: env.SEED || 'changning',
  };
  const ports = [
    ['API_PORT', settings.apiPort],
    ['WEB_PORT', settings.webPort],
    ...(settings.database ? [] : [['NEO4J_BOLT_PORT', settings.boltPort]]),
  ];
  ports.forEach(([name, value], i) => {
    const twin = ports.slice(0, i).find(([, other]) => other === value);
    if (twin) faults.push(`${twin[0]} 与 ${name} 都是 ${value} / are both ${value}`);
  });
  return { settings, faults };
}

/** Reads `.env` of the clone when there is one; what is already in the environment wins. */
export function loadEnvFile(repo = REPO) {
  const file = join(repo, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** An environment for tools that build: without what belongs to one run, so that caches stay valid. */
export function buildEnvironment(env = process.env) {
  const kept = Object.entries(env).filter(
    ([name]) =>
      !/^(NEO4J_|YUANLIU_|YL_|npm_lifecycle|npm_package)|^(API_PORT|WEB_PORT|SEED|NODE_ENV|npm_config_json)$/.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(kept),
    TURBO_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  };
}
