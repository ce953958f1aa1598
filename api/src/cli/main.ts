import { Command, Option } from 'commander';
import { checkIndex, describeCheck } from './check-index.js';
import { examine } from './doctor.js';
import { findApi } from './env.js';
import { describeImport, type ImportOptions, importFile } from './import-file.js';
import { type FileReport, ingestFile } from './ingest.js';
import { answerSqlLines, readSqlFile } from './sql.js';
import { describeLineage } from './sql-table.js';
import { describeVerification, findThing, verifyImpact } from './verify-impact.js';
import { whileWaiting } from './while-waiting.js';

const program = new Command('yuanliu')
  .description(
    'Talks to a running Yuanliu: the address is YUANLIU_API_URL, else the running home, else port 4000.',
  )
  .showHelpAfterError();

program
  .command('ingest')
  .description(
    'send OpenLineage events from files: NDJSON, a JSON array or one JSON object; "-" reads standard input',
  )
  .argument('<file...>', 'files to read; .gz is inflated')
  .option('--json', 'print one JSON document instead of lines', false)
  .action(async (files: string[], { json }: { json: boolean }) => {
    const api = findApi();
    const reports: FileReport[] = [];
    for (const file of files) {
      const report = await ingestFile(api.url, file);
      reports.push(report);
      if (json) continue;
      for (const { line, reason } of report.faults) console.error(`${file}:${line}: ${reason}`);
      console.log(`${file}: ${report.accepted} accepted, ${report.refused} refused`);
    }
    if (json) console.log(JSON.stringify({ api: api.url, files: reports }));
    if (reports.some((r) => r.refused > 0)) process.exitCode = 1;
  });

program
  .command('import')
  .description(
    'register catalogue or lineage from an XLSX or CSV file of the template; one fault refuses all',
  )
  .argument('<file>', 'the file; templates are at /template/catalogue.xlsx and /template/lineage.xlsx')
  .addOption(
    new Option('--kind <kind>', 'what the file holds').choices(['catalogue', 'lineage']).default('catalogue'),
  )
  .option('--dry-run', 'only say what would be done', false)
  .option('--keep-good', 'take the good rows and leave the faulty ones', false)
  .option('--marked <file>', 'where to put the copy with the faults marked')
  .addOption(new Option('--locale <locale>', 'of the faults').choices(['zh-CN', 'en']).default('zh-CN'))
  .option('--json', 'print one JSON document instead of lines', false)
  .action(async (file: string, { json, ...options }: ImportOptions & { json: boolean }) => {
    const done = await whileWaiting('importing', importFile(findApi().url, file, options));
    if (json) console.log(JSON.stringify({ file, ...done }));
    else {
      for (const { place, what, todo } of done.report.list)
        console.error(`${place || file}: ${what}; ${todo}`);
      for (const line of describeImport(file, done)) console.log(line);
    }
    if (done.report.faults > 0) process.exitCode = 1;
  });

program
  .command('doctor')
  .description('check Node, the API, its database and its index')
  .option('--json', 'print one JSON document instead of lines', false)
  .action(async ({ json }: { json: boolean }) => {
    const findings = await examine(findApi());
    if (json) console.log(JSON.stringify({ findings }));
    else
      for (const { ok, check, detail } of findings) console.log(`${ok ? 'ok ' : 'BAD'} ${check}: ${detail}`);
    if (findings.some((f) => !f.ok)) process.exitCode = 1;
  });

program
  .command('check-index')
  .description('compare the lineage index with the database, row by row; where they differ it is replaced')
  .option('--json', 'print one JSON document instead of lines', false)
  .action(async ({ json }: { json: boolean }) => {
    const check = await whileWaiting('reading the graph', checkIndex(findApi().url));
    if (json) console.log(JSON.stringify(check));
    else for (const line of describeCheck(check)) console.log(line);
    if (!check.equal) process.exitCode = 1;
  });

program
  .command('verify-impact')
  .description('check edge by edge in the database that nothing leaves the impact of a field or dataset')
  .argument('<id...>', 'the id that GraphQL gives, or: NAMESPACE DATASET [FIELD]')
  .option('--json', 'print one JSON document instead of lines', false)
  .action(async (words: string[], { json }: { json: boolean }) => {
    if (words.length > 3) throw new Error('one id, or NAMESPACE DATASET [FIELD]');
    const api = findApi();
    const id = await findThing(api.url, words);
    const found = await whileWaiting('reading the graph', verifyImpact(api.url, id));
    if (json) console.log(JSON.stringify({ id, ...found }));
    else for (const line of describeVerification(found)) console.log(line);
    if (!found.complete) process.exitCode = 1;
  });

program
  .command('sql')
  .description('column lineage of SQL; with --json of NDJSON {id, dialect, sql, schema} on standard input')
  .argument('[file]', 'a file of SQL; "-" reads standard input')
  .option('--dialect <name>', 'such as postgres, mysql, hive, spark, oracle, dameng, clickhouse', 'postgres')
  .option('--schema <file>', 'JSON: {"table": ["column", …]}')
  .option('--json', 'with a file: print one JSON document; without: answer NDJSON line by line', false)
  .action(async (file: string | undefined, options: { dialect: string; schema?: string; json: boolean }) => {
    if (file === undefined) {
      if (!options.json) throw new Error('a file of SQL, or --json with NDJSON on standard input');
      const faults = await answerSqlLines(process.stdin, console.log, console.error);
      if (faults > 0) process.exitCode = 1;
      return;
    }
    const { sql, lineage } = await whileWaiting('reading the SQL', readSqlFile(file, options));
    if (options.json) console.log(JSON.stringify(lineage));
    else for (const line of describeLineage(sql, lineage)) console.log(line);
    const unread = lineage.unresolved.some(({ reason }) => /^(NOT_PARSED|TIME_LIMIT)$/.test(reason));
    if (unread) process.exitCode = 1;
  });

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
