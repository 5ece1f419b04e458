"""add fill price"""
from alembic import op
import sqlalchemy as sa

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("fills", sa.Column("price", sa.Numeric(18, 6)))


def downgrade() -> None:
    op.drop_column("fills", "price")
