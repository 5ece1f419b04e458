# The application is connected with the login that the store names. The other login was closed by the last rotation.
#: situation app-a-is-active
#: situation app-b-is-active app_a=app_b
#: setup
case $SITUATION in app-a*) active=app_a idle=app_b password=password-a ;; *) active=app_b idle=app_a password=password-b ;; esac
for version in 1 2 3; do printf %s "$password" | vault kv put secret/trading/database username=$active password=- host=db.internal; done
sql -c "alter role $idle nologin password null"
login $active
PGAPPNAME=forgotten-job PGUSER=$active PGPASSFILE=/dev/null PGPASSWORD=$password background psql -XqAt -c "select pg_sleep(600)"
wait_for sleeping forgotten-job
#: deny new-password nothing was changed
# Somebody uses the login that ought to be idle.
active=$(vault kv get -field=username secret/trading/database); idle=$([ $active = app_a ] && echo app_b || echo app_a)
sql -c "alter role $idle login password 'in-use'"
PGAPPNAME=a-person PGUSER=$idle PGPASSFILE=/dev/null PGPASSWORD=in-use background psql -XqAt -c "select pg_sleep(600)"
wait_for sleeping a-person
#: mend new-password
release a-person
active=$(vault kv get -field=username secret/trading/database); idle=$([ $active = app_a ] && echo app_b || echo app_a)
sql -c "alter role $idle nologin password null"
#: deny new-password scram.py is not in this folder
mv scram.py derive.py
#: mend new-password
mv derive.py scram.py
#: after new-password
# The server never saw the password, only what is derived from it.
idle=$([ "$(vault kv get -field=username secret/trading/database)" = app_a ] && echo app_b || echo app_a)
same "$(sql -c "select rolpassword ~ '^SCRAM-SHA-256' from pg_authid where rolname = '$idle'")" t "a derived password for $idle"
file=$(ls "$HOME"/rotation-*/password)
same "$(stat -c %a "$file")" 600 "mode of the password file"
same "$(wc -c < "$file")" 48 "length of the password"
same "$(sql -c "select rolcanlogin from pg_authid where rolname = '$(vault kv get -field=username secret/trading/database)'")" t "the active login"
#: after store
same "$(vault kv get -field=host secret/trading/database)" db.internal "the other fields of the secret"
same "$(vault kv get -field=password secret/trading/database | tail -c 1 | xxd -p | grep -c 0a || true)" 0 "line feeds at the end of the stored password"
#: deny test-new-login password authentication failed
vault kv patch secret/trading/database password=wrong
#: mend test-new-login
vault kv rollback -version=4 secret/trading/database
#: before watch
# The application was restarted and reads the store; one job was forgotten.
old=$([ "$(vault kv get -field=username secret/trading/database)" = app_a ] && echo app_b || echo app_a)
release $old
login "$(vault kv get -field=username secret/trading/database)"
#: deny close-old-login nothing was changed
release "$(vault kv get -field=username secret/trading/database)"
#: mend close-old-login
login "$(vault kv get -field=username secret/trading/database)"
#: type close-old-login
CLOSE_OLD=yes
#: deny end-old-connections
# Step 5 was left out.
old=$([ "$(vault kv get -field=username secret/trading/database)" = app_a ] && echo app_b || echo app_a)
sql -c "alter role $old login"
#: mend end-old-connections
old=$([ "$(vault kv get -field=username secret/trading/database)" = app_a ] && echo app_b || echo app_a)
sql -c "alter role $old nologin"
#: after end-old-connections
same "$(sql -c "select count(*) from pg_stat_activity where application_name in ('app_a', 'app_b')")" 1 "sessions of the application"
#: deny old-login-refused 1
old=$([ "$(vault kv get -field=username secret/trading/database)" = app_a ] && echo app_b || echo app_a)
sql -c "alter role $old login"
#: mend old-login-refused
old=$([ "$(vault kv get -field=username secret/trading/database)" = app_a ] && echo app_b || echo app_a)
sql -c "alter role $old nologin"
#: type roll-back
ROLL_BACK=yes
#: after roll-back
release app_a; release app_b
login "$(vault kv get -field=username secret/trading/database)"
#: type retire
RETIRE=yes
#: end
same "$(sql -c "select rolcanlogin from pg_roles where rolname = '$(vault kv get -field=username secret/trading/database)'")" t "the login that the store names"
release app_a; release app_b; login "$(vault kv get -field=username secret/trading/database)"
