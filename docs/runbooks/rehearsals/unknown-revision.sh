# A branch was deployed and never merged: the database names its revision, and no file does.
#: situation schema-of-the-head
#: situation schema-of-an-older-revision 0003=0002
#: setup
cd project
case $SITUATION in *head) alembic upgrade head ;; *) alembic upgrade 0002 ;; esac
sql -c "update alembic_version set version_num = 'deadbeef'"
profile 'cd project'
#: type prove
CANDIDATE=0003 SCRATCH=unknown_revision_check
#: deny prove > 
sql -c "alter table orders add column by_hand text"
#: mend prove
sql -c "alter table orders drop column by_hand"
#: after prove
same "$(sql -d postgres -c "select count(*) from pg_database where datname = 'unknown_revision_check'")" 0 "databases left"
#: type stamp
PROVED=0003
#: type roll-back
STAMP_WAS_WRONG=yes
#: end
same "$(sql -c "select version_num from alembic_version")" deadbeef "the name that was recorded"
