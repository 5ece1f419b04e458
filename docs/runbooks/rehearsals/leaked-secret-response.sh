# The password of a login was committed and taken out again. Somebody unknown is connected with it, and somebody else works with the other login.
#: situation app-a-leaked
#: situation app-b-leaked app_a=app_b
#: setup
case $SITUATION in app-a-*) leaked=app_a other=app_b password=password-a other_password=password-b ;; *) leaked=app_b other=app_a password=password-b other_password=password-a ;; esac
git init -q -b main repository; cd repository; git config user.name Example; git config user.email example@example.com
printf 'log_level = info\n' > settings.ini; git add settings.ini; git commit -q -m "Add settings"
printf 'log_level = info\ndatabase_password = %s\n' "$password" > settings.ini; git commit -q -a -m "Connect to the database"
printf 'log_level = info\n' > settings.ini; git commit -q -a -m "Remove the password"
cd ..; (umask 077; printf %s "$password" > leaked; printf app-password-1 > leaked-redis)
PGAPPNAME=unknown PGUSER=$leaked PGPASSFILE=/dev/null PGPASSWORD=$password background psql -XqAt -c "select pg_sleep(600)"
PGAPPNAME=trading-api PGUSER=$other PGPASSFILE=/dev/null PGPASSWORD=$other_password background psql -XqAt -c "select pg_sleep(600)"
wait_for sleeping unknown; wait_for sleeping trading-api
#: type where
LEAKED_FILE=$PWD/leaked REPOSITORY=repository
#: type evidence
LEAKED_LOGIN=app_a EVIDENCE=evidence
#: type close-database
CLOSE_LOGIN=yes
#: after close-database
wait_for gone unknown
sleeping trading-api
#: type close-redis
REDIS_LOGIN=app CLOSE_REDIS=yes
#: deny what-was-done back_door
sql -c "create role back_door login"
#: mend what-was-done
sql -c "drop role back_door"
#: deny database-refuses 1
case $SITUATION in app-a-*) sql -c "alter role app_a login password 'password-a'" ;; *) sql -c "alter role app_b login password 'password-b'" ;; esac
#: mend database-refuses
sql -c "alter role app_a nologin password 'x'"
#: type redis-refuses
LEAKED_REDIS_FILE=$PWD/leaked-redis
#: type roll-back
REOPEN=yes
#: type roll-back-redis
REOPEN_REDIS=yes
#: end
sleeping trading-api
