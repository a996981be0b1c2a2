/** SQL after which the first write to each table fails, in the words of the row that was to be written. */
export const failFirstWrites = `
  create schema first_write;
  create function first_write.fail() returns trigger language plpgsql as $$
    declare
      row text := row_to_json(coalesce(new, old))::text;
      name text := coalesce(pg_partition_root(tg_relid), tg_relid::regclass)::text;
    begin
      if nextval('first_write.' || name) = 1 then
        raise exception 'cannot write %', row using detail = row, hint = row;
      end if;
      return coalesce(new, old);
    end $$;
  do $$
    declare name text;
    begin
      for name in select relname from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition loop
        execute format('create sequence first_write.%I', name);
        execute format('create trigger first_write before insert or update or delete on public.%I
          for each row execute function first_write.fail()', name);
      end loop;
    end $$`;

/** SQL that names the tables which have failed a write. */
export const failedTables = `
  select sequencename as name from pg_sequences
  where schemaname = 'first_write' and last_value is not null order by 1`;
