-- PostgreSQL takes a row that an index points at for four times as dear as the next one on the disk, which was true of
-- disks that turn. Here what is asked for is in memory, or on a disk without arms: where the planner does not know that,
-- it reads a whole table rather than look up five hundred rows of it. `ALTER DATABASE … RESET random_page_cost` undoes it.
DO $$
BEGIN
  EXECUTE format('ALTER DATABASE %I SET random_page_cost = 1.1', current_database());
EXCEPTION WHEN insufficient_privilege THEN
  RAISE NOTICE 'The planner keeps the random_page_cost of the server: this role does not own the database.';
END
$$;
