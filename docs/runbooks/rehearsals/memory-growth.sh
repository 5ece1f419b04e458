# One colour keeps 256 KiB of each request, and is live. Users ask ten times a second, also during the switch and the restart.
#: situation blue-grows
#: situation green-grows blue=green, 1.0.0=1.1.0
#: setup
case $SITUATION in
  blue*) grows=blue version=1.0.0 port=$BLUE_PORT pid=$BLUE_PID ;;
  *) grows=green version=1.1.0 port=$GREEN_PORT pid=$GREEN_PID; ln -sfn green.conf "$TRADING_NGINX_DIR/.new"; mv -T "$TRADING_NGINX_DIR/.new" "$TRADING_NGINX_DIR/active.conf"; nginx -s reload ;;
esac
# The backend of the harness, which keeps something of each answer.
sed 's/^    def answer(self, status, content):$/&\n        kept.append(bytearray(b"x") * 262144)/; s/^version, port = .*$/&\nkept = []/' backend.py > growing.py
{ echo "start_one() { (cd '$PWD'; setsid python3 growing.py $version $port > /dev/null 2>&1 < /dev/null & echo \$! > '$PWD/growing.pid'); }"; cat <<'UNIT'
main_pid() { cat "$TESTED_DOCS/work/growing.pid"; }
running() { [ -e "/proc/$(cat "$TESTED_DOCS/work/growing.pid" 2> /dev/null || echo none)" ]; }
up() { start_one; for try in $(seq 100); do grep -q growing.py "/proc/$(cat "$TESTED_DOCS/work/growing.pid")/cmdline" && break; sleep 0.05; done; }
down() { kill "$(cat "$TESTED_DOCS/work/growing.pid")"; while running; do sleep 0.05; done; }
UNIT
} | unit "trading@$grows"
kill "$pid"
closed() { ! curl -s -o /dev/null "http://127.0.0.1:$port/health/live"; }; wait_for closed
systemctl start "trading@$grows"
ready() { smoke "$PUBLIC_URL" "$version"; }; wait_for ready
background bash -c 'while [ ! -f stop ]; do curl -s -o /dev/null -m 5 -w "%{http_code}\n" "$PUBLIC_URL/health/ready" >> codes.log; sleep 0.1; done'
#: type which
case $SITUATION in blue*) UNIT=trading@blue ;; *) UNIT=trading@green ;; esac
#: type grows
LIMIT_MIB=2048 WAIT=1
#: deny grows does not grow
mv growing.pid growing.kept; setsid sleep 600 > /dev/null 2>&1 < /dev/null & echo $! > growing.pid
#: mend grows
kill "$(cat growing.pid)"; mv growing.kept growing.pid
#: after evidence
same "$(stat -c %a "$HOME"/memory-growth.*)" 700 "mode of the folder"
! grep -rqs PATH= "$HOME"/memory-growth.*
# What is tested has no users yet.
#: before other-is-fit
case $SITUATION in blue*) live=blue ;; *) live=green ;; esac
same "$(readlink "$TRADING_NGINX_DIR/active.conf")" $live.conf "the live colour"
#: type other-is-fit
case $SITUATION in blue*) GROWS=blue ;; *) GROWS=green ;; esac
version_of() { curl -s "http://127.0.0.1:$1/health/ready" | jq -r .version; }
BLUE_VERSION=$(version_of "$BLUE_PORT") GREEN_VERSION=$(version_of "$GREEN_PORT")
#: deny other-is-fit FAIL
touch unhealthy-1.1.0
#: mend other-is-fit
rm unhealthy-1.1.0
#: type switch
SWITCH_NOW=yes
#: deny switch nothing was switched
touch unhealthy-1.1.0
#: mend switch
rm unhealthy-1.1.0
#: type restart
RESTART_NOW=yes
#: deny restart nothing was restarted
ln -sfn blue.conf "$TRADING_NGINX_DIR/active.conf"
#: mend restart
ln -sfn green.conf "$TRADING_NGINX_DIR/active.conf"
#: after restart
touch stop
same "$(sort codes.log | uniq -c | awk '{print $2}')" 200 "what users were answered during the switch and the restart"
#: deny verify FAIL
touch unhealthy-1.1.0
#: mend verify
rm unhealthy-1.1.0
#: deny roll-back nothing was switched
touch unhealthy-1.0.0
#: mend roll-back
rm unhealthy-1.0.0
#: type roll-back
SWITCH_BACK=yes
