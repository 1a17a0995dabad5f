"""Every setting of the product, read once from the environment."""

from pathlib import Path

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read by the roots (app, worker, command line) only; everything below is handed what it needs."""

    model_config = SettingsConfigDict(extra="ignore")

    database_url: str = ""
    """PostgreSQL of the application; empty means the embedded one."""
    database_owner_url: str = ""
    """PostgreSQL as the owner of the tables, for migrations; empty means `database_url`."""
    database_pool: int = 10
    base_url: str = "http://localhost:8000"
    """The address people reach the product at; links in e-mails begin with it."""
    secret_key: SecretStr = SecretStr("")
    """At least 32 characters; links in e-mails are derived from it."""
    data: Path = Path("var")
    port: int = 8000
    host: str = "127.0.0.1"
    development: bool = False
    """GraphiQL, and introspection for everybody."""
    graphql_get: bool = False
    """Whether queries may be asked by GET too; proxies write such addresses into their logs."""
    operations: str = ""
    """A folder of operations that clients may send besides those of the screens; empty for none."""
    trusted_proxies: str = ""
    """Addresses whose X-Forwarded-For is believed, with commas."""
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_tls: str = "starttls"
    """`starttls`, `tls` or `none`."""
    mail_from: str = "portal@localhost"

    @property
    def secure(self) -> bool:
        """Whether people come by https, so that cookies can be bound to it."""
        return self.base_url.startswith("https://")
