# The application is connected with the password that the store holds.
#: setup
for version in 1 2; do printf app-password-1 | vault kv put secret/trading/redis username=app password=- host=redis.internal; done
#: deny preflight NOAUTH
redis --user ops acl setuser ops resetpass '>another'
#: mend preflight
REDISCLI_AUTH=another redis --user ops acl setuser ops resetpass ">$REDISCLI_AUTH"
#: deny add nothing was changed
redis --user ops acl setuser app '>left-over'
#: mend add
redis --user ops acl setuser app '<left-over'
#: after add
file=$(ls "$HOME"/rotation-*/password)
same "$(stat -c %a "$file")" 600 "mode of the password file"
same "$(wc -c < "$file")" 48 "length of the password"
#: after store
same "$(vault kv get -field=host secret/trading/redis)" redis.internal "the other fields of the secret"
#: deny both-work WRONGPASS
printf wrong | vault kv patch secret/trading/redis password=-
#: mend both-work
vault kv rollback -version=3 secret/trading/redis
#: deny remove-old nothing was changed
printf wrong | vault kv patch secret/trading/redis password=-
#: mend remove-old
vault kv rollback -version=3 secret/trading/redis
#: type remove-old
REMOVE_OLD=yes
#: before end-connections
mkfifo calls
REDISCLI_AUTH=$(vault kv get -field=password secret/trading/redis) background bash -c 'exec 9<> calls; echo "client setname forgotten-job" >&9; . "$STUBS/world.sh"; redis --user app <&9'
named() { redis --user ops client list | grep -q name=forgotten-job; }
wait_for named
rm calls
#: deny old-refused PONG
redis --user ops acl setuser app '>app-password-1'
#: mend old-refused
redis --user ops acl setuser app '<app-password-1'
#: type roll-back
ROLL_BACK=yes
#: after roll-back
same "$(REDISCLI_AUTH=$(vault kv get -field=password secret/trading/redis) redis --user app ping)" PONG "the password of the store"
#: end
same "$(REDISCLI_AUTH=$(vault kv get -field=password secret/trading/redis) redis --user app ping)" PONG "the password of the store"
