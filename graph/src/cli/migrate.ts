import { connect } from '../db/connect.js';
import { migrate } from '../db/migrate.js';
import { readEnv } from '../env.js';

const checked = readEnv();
if (!checked.ok) {
  for (const fault of checked.faults) console.error(fault);
  process.exit(1);
}
const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = checked.env;
const db = connect({ uri, user, password, database });
try {
  const applied = await migrate(db);
  console.error(
    applied.length === 0 ? 'schema is current' : `applied ${applied.map((v) => `V${v}`).join(', ')}`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await db.close();
}
