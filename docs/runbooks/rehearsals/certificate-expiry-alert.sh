# A server's certificate ends in 15 days. For PostgreSQL a new file lies in place and was never loaded.
#: situation postgres
#: situation nginx the file is newer: reload the server=same: the renewal did not happen
#: setup
pki/issue soon localhost 15
case $SITUATION in
  postgres) cp pki/soon.crt "$(dirname "$PGDATA")/server.crt"; cp pki/soon.key "$(dirname "$PGDATA")/server.key"; sql -c "select pg_reload_conf()"; sleep 1
            pki/issue next localhost 90; cp pki/next.crt "$(dirname "$PGDATA")/server.crt"; cp pki/next.key "$(dirname "$PGDATA")/server.key" ;;
  *) cp pki/soon.crt pki/nginx.crt; cp pki/soon.key pki/nginx.key; nginx -s reload; sleep 1 ;;
esac
guide operations/alerts.md alerts.yml > alerts.yml
#: type which
case $SITUATION in postgres) SERVER=postgres ADDRESS=localhost:$PGPORT ;; *) SERVER=nginx ADDRESS=localhost:$HTTPS_PORT ;; esac
NAME=localhost
#: type file-or-server
case $SITUATION in postgres) FILE=$(psql -At -c "show ssl_cert_file") ;; *) FILE=$PWD/pki/nginx.crt ;; esac
#: deny check-rules FAILED
sed -i 's/  - name: page/  - nome: page/' alerts.yml
#: mend check-rules
sed -i 's/  - nome: page/  - name: page/' alerts.yml
#: end
# The rules themselves: who is told at 25, 18 and 5 days, and when one of three targets is gone.
cat > alerts_test.yml <<'YAML'
rule_files: [alerts.yml]
evaluation_interval: 5m
tests:
  - interval: 5m
    input_series:
      - {series: 'probe_ssl_earliest_cert_expiry{instance="https://app.example.com/health/live"}', values: '2160000x40'}
      - {series: 'probe_ssl_earliest_cert_expiry{instance="redis.example.com:6379"}', values: '432000x40'}
    alert_rule_test:
      - eval_time: 2h
        alertname: CertificateExpiringSoon
        exp_alerts:
          - exp_labels: {severity: ticket, instance: "redis.example.com:6379"}
            exp_annotations: {summary: 'The certificate of redis.example.com:6379 expires in 4d 22h 0m 0s', runbook_url: https://docs.example.com/docs/runbooks/certificate-expiry-alert}
      - eval_time: 2h
        alertname: CertificateExpiringVerySoon
        exp_alerts:
          - exp_labels: {severity: page, instance: "redis.example.com:6379"}
            exp_annotations: {summary: 'The certificate of redis.example.com:6379 expires in 4d 22h 0m 0s', runbook_url: https://docs.example.com/docs/runbooks/certificate-expiry-alert}
      - eval_time: 2h
        alertname: CertificateNotProbed
        exp_alerts:
          - exp_labels: {severity: ticket, instance: "db.example.com:5432"}
            exp_annotations: {summary: 'The certificate of db.example.com:5432 is not probed', runbook_url: https://docs.example.com/docs/runbooks/certificate-expiry-alert}
YAML
promtool test rules alerts_test.yml
