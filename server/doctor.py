"""Looks whether an installation is fit to work, and says in a sentence what to do where it is not."""

import os
import shutil
import socket
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import aiosmtplib
import asyncpg

from server.core.database import credentials
from server.settings import Settings

OLDEST_POSTGRES = 15
LEAST_FREE = 0.05


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `advice` is empty where it is well."""

    title: str
    found: str
    advice: str = ""


async def examine(settings: Settings) -> list[Finding]:
    """All findings; a look that fails is a finding as well."""
    looks: list[tuple[str, Callable[[Settings], Awaitable[Finding]]]] = [
        ("Python", _python),
        ("Secret", _secret),
        ("Data folder", _data),
        ("Screens", _screens),
        ("Database", _database),
        ("Mail server", _mail),
    ]
    findings: list[Finding] = []
    for title, look in looks:
        try:
            findings.append(await look(settings))
        except Exception as error:
            findings.append(Finding(title, f"{type(error).__name__}: {error}", "See the message."))
    return findings


async def _python(settings: Settings) -> Finding:
    return Finding("Python", sys.version.split()[0])


async def _secret(settings: Settings) -> Finding:
    length = len(settings.secret_key.get_secret_value())
    advice = "" if length >= 32 else "Set SECRET_KEY to 32 or more random characters."
    return Finding("Secret", f"{length} characters", advice)


async def _data(settings: Settings) -> Finding:
    folder = settings.data.resolve()
    existing = next(path for path in [folder, *folder.parents] if path.exists())
    usage = shutil.disk_usage(existing)
    found = f"{folder}, {usage.free // 2**30} GiB free"
    if not os.access(existing, os.W_OK):
        return Finding("Data folder", found, "It cannot be written to by this user.")
    return Finding("Data folder", found, "" if usage.free > LEAST_FREE * usage.total else "The disk is almost full.")


async def _screens(settings: Settings) -> Finding:
    built = (Path(__file__).parents[1] / "portal_frontend" / "dist" / "index.html").exists()
    return Finding("Screens", "built" if built else "not built", "" if built else "Build them: make build")


async def _database(settings: Settings) -> Finding:
    connection = await asyncpg.connect(**credentials(settings.database_url), timeout=5)
    try:
        major = connection.get_server_version().major
        version = await connection.fetchval("SHOW server_version")
        has_tables = await connection.fetchval("SELECT to_regclass('firms') IS NOT NULL")
    finally:
        await connection.close()
    found = f"PostgreSQL {version}"
    if major < OLDEST_POSTGRES:
        return Finding("Database", found, f"Version {OLDEST_POSTGRES} or newer is needed.")
    return Finding("Database", found, "" if has_tables else "It has no tables yet: python -m server migrate")


async def _mail(settings: Settings) -> Finding:
    if not settings.smtp_host:
        return Finding("Mail server", "none", "Set SMTP_HOST; until then only `run` has one, which delivers nothing.")
    found = f"{settings.smtp_host}:{settings.smtp_port}"
    smtp = aiosmtplib.SMTP(
        hostname=settings.smtp_host,
        port=settings.smtp_port,
        use_tls=settings.smtp_tls == "tls",
        start_tls=settings.smtp_tls == "starttls",
        local_hostname=socket.gethostname(),
        timeout=10,
    )
    try:
        async with smtp:
            if settings.smtp_user:
                await smtp.login(settings.smtp_user, settings.smtp_password.get_secret_value())
    except (aiosmtplib.SMTPException, OSError) as error:
        return Finding("Mail server", found, f"It does not answer as it should: {error}")
    return Finding("Mail server", found)
