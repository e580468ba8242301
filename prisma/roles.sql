-- Two roles instead of one: `grantboard` owns the tables and migrates them, `grantboard_server` serves: it reads and
-- writes rows, and can neither change a table nor take a trigger off. To be run once by psql, as superuser, in the
-- database of Grantboard, be it new or in use:  SERVER_PASSWORD=… psql -v ON_ERROR_STOP=1 -f prisma/roles.sql …
\getenv password SERVER_PASSWORD
CREATE ROLE grantboard_server LOGIN PASSWORD :'password';
GRANT CREATE ON DATABASE :"DBNAME" TO grantboard;
GRANT CREATE ON SCHEMA public TO grantboard;
-- Before PostgreSQL 15 everybody might.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA IF NOT EXISTS pgboss AUTHORIZATION grantboard;

GRANT USAGE ON SCHEMA public, pgboss TO grantboard_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO grantboard_server;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, pgboss TO grantboard_server;
-- The same of what migrations add.
ALTER DEFAULT PRIVILEGES FOR ROLE grantboard IN SCHEMA public, pgboss
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO grantboard_server;
ALTER DEFAULT PRIVILEGES FOR ROLE grantboard IN SCHEMA public, pgboss
  GRANT USAGE ON SEQUENCES TO grantboard_server;
