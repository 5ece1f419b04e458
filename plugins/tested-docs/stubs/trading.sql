-- The smallest database that the runbooks can act on: objects belong to a role without login, applications log in as one of two roles.
create role app_owner nologin;
create role app_a login password 'password-a' in role app_owner;
create role app_b login password 'password-b' in role app_owner;
create role app_migration login password 'password-migration' in role app_owner;
alter role app_migration set role app_owner;
alter role app_a set role app_owner;
alter role app_b set role app_owner;
create database trading owner app_owner;
\connect trading
set role app_owner;
create table orders (id bigint primary key generated always as identity, symbol text not null, quantity integer not null);
insert into orders (symbol, quantity) values ('EXA', 100), ('EXB', 200), ('EXC', 300);
-- The first revision of the Alembic project has run.
create table alembic_version (version_num varchar(32) not null constraint alembic_version_pkc primary key);
insert into alembic_version values ('0000');
