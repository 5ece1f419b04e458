#!/usr/bin/env bash
# Stands for systemctl: `systemctl start|stop|restart|is-active UNIT`, `systemctl show --value -p MainPID UNIT`. A unit is a file in $UNITS with the
# functions `running`, `up`, `down` and, for `show`, `main_pid`; `up` fails when the service does not start. As systemd does, it prints nothing when all went well, and starts nothing that runs already.
verb=${1-} unit=${*: -1}
if [ ! -f "$UNITS/$unit" ]; then
  echo "Unit ${unit:-(none)}.service not found." >&2
  exit 5
fi
. "$UNITS/$unit"
start() {
  up && return
  printf 'Job for %s.service failed because the control process exited with error code.\nSee "systemctl status %s.service" and "journalctl -xeu %s.service" for details.\n' "$unit" "$unit" "$unit" >&2
  return 1
}
case $verb in
  start) running || start ;;
  stop) ! running || down ;;
  restart) { ! running || down; } && start ;;
  is-active) if running; then echo active; else echo inactive && exit 3; fi ;;
  show) if [ "${*:2:3}" = '--value -p MainPID' ]; then if running; then main_pid; else echo 0; fi; else echo "systemctl show: found ${*:2}, expected --value -p MainPID UNIT" >&2 && exit 1; fi ;;
  *) echo "Unknown command verb $verb." >&2 && exit 1 ;;
esac
