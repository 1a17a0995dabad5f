"""Which failures are the database's, not ours."""

import errno
from typing import Final

import asyncpg
from tortoise.exceptions import DBConnectionError

_DATABASE_FAULTS: Final = (
    DBConnectionError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # what a connection that dies in the middle of an answer looks like
    asyncpg.exceptions.OperatorInterventionError,
    asyncpg.exceptions.InsufficientResourcesError,
    asyncpg.exceptions.LockNotAvailableError,
    asyncpg.exceptions.QueryCanceledError,
    asyncpg.exceptions.TransactionRollbackError,
    asyncpg.exceptions.IdleInTransactionSessionTimeoutError,
    asyncpg.exceptions.ReadOnlySQLTransactionError,
    asyncpg.exceptions.InvalidAuthorizationSpecificationError,
    ConnectionError,
    TimeoutError,
)
_NO_SOCKET: Final = {errno.ENOENT, errno.ECONNREFUSED, errno.EHOSTUNREACH, errno.ENETUNREACH}


def is_database_fault(error: BaseException | None) -> bool:
    """Whether the database is away, overloaded, or gave up: worth another try, and no error of ours."""
    while error is not None:
        if isinstance(error, _DATABASE_FAULTS) or (isinstance(error, OSError) and error.errno in _NO_SOCKET):
            return True
        error = error.__cause__
    return False


def place_of(error: Exception) -> str:
    """File, line and function of the innermost frame; the error's text could hold a person's data."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if trace is None:
        return ""
    code = trace.tb_frame.f_code
    return f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno} {code.co_name}"
