"""create fills"""
from alembic import op
import sqlalchemy as sa

revision = "0001"
down_revision = "0000"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("fills", sa.Column("id", sa.BigInteger, primary_key=True), sa.Column("order_id", sa.BigInteger, nullable=False))


def downgrade() -> None:
    op.drop_table("fills")
