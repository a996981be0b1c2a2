// What PostgreSQL did meanwhile, from its own counters.

/** Backends report their counters at most once a second. */
const reportMs = 1100;

/**
 * Watches the lab's database from now on. The returned function takes the number of messages meanwhile and says how
 * many transactions, written rows, and, where pg_stat_statements is loaded, statements there were a message.
 */
export async function watchDatabase(lab) {
  const before = await countersOf(lab);
  return async (messages) => {
    await new Promise((resolve) => setTimeout(resolve, reportMs));
    const after = await countersOf(lab);
    const each = (key) =>
      messages > 0 && after[key] !== null
        ? Math.round(((after[key] - before[key]) / messages) * 1000) / 1000
        : null;
    return {
      commitsPerMessage: each("commits"),
      rowsWrittenPerMessage: each("rows"),
      statementsPerMessage: each("statements"),
    };
  };
}

async function countersOf(lab) {
  const [counters] = await lab.sql(`
    select xact_commit::float8 as commits, (tup_inserted + tup_updated + tup_deleted)::float8 as rows,
      null::float8 as statements
    from pg_stat_database where datname = current_database()`);
  const [loaded] = await lab.sql(
    "select to_regclass('pg_stat_statements') is not null as is_loaded",
  );
  if (!loaded.is_loaded) return counters;
  const [calls] = await lab.sql("select sum(calls)::float8 as statements from pg_stat_statements");
  return { ...counters, ...calls };
}
