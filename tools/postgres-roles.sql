-- The three users of a PostgreSQL in production, once, by its superuser:
--   psql --file tools/postgres-roles.sql
-- with the passwords in the environment. `owner` makes the tables; `web` and `worker` only use them,
-- and what they may see is decided by the policies that `wijknetwerk migrate` puts on the tables.
\set ON_ERROR_STOP on
\getenv owner_password WIJKNETWERK_OWNER_PASSWORD
\getenv web_password WIJKNETWERK_WEB_PASSWORD
\getenv worker_password WIJKNETWERK_WORKER_PASSWORD

BEGIN;
CREATE ROLE wijknetwerk_web NOLOGIN;
CREATE ROLE wijknetwerk_worker NOLOGIN;
CREATE ROLE wijknetwerk_owner_login LOGIN PASSWORD :'owner_password'
  IN ROLE wijknetwerk_worker;
CREATE ROLE wijknetwerk_web_login LOGIN PASSWORD :'web_password' IN ROLE wijknetwerk_web;
CREATE ROLE wijknetwerk_worker_login LOGIN PASSWORD :'worker_password'
  IN ROLE wijknetwerk_web, wijknetwerk_worker;

-- A function of the owner sets this for itself, which PostgreSQL allows by name only (15 and later).
GRANT SET ON PARAMETER "wn.every" TO wijknetwerk_owner_login;
COMMIT;

CREATE DATABASE wijknetwerk OWNER wijknetwerk_owner_login
  TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
REVOKE ALL ON DATABASE wijknetwerk FROM PUBLIC;
GRANT CONNECT ON DATABASE wijknetwerk TO wijknetwerk_web, wijknetwerk_worker;
