"""Where a request comes from."""

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from starlette.requests import HTTPConnection


@dataclass(frozen=True, slots=True)
class Proxies:
    """The reverse proxies whose X-Forwarded-For is believed (T13); everybody else's is ignored."""

    networks: tuple[IPv4Network | IPv6Network, ...] = ()

    @classmethod
    def of(cls, addresses: str) -> "Proxies":
        """From a setting: addresses or networks with commas between."""
        return cls(tuple(ip_network(one.strip(), strict=False) for one in addresses.split(",") if one.strip()))

    def address_of(self, connection: HTTPConnection) -> str:
        """The client's IP: the peer's, or the last in X-Forwarded-For that is not a proxy of ours."""
        peer = connection.client.host if connection.client else ""
        if not self._trusts(peer):
            return peer
        forwarded = ",".join(connection.headers.getlist("X-Forwarded-For")).split(",")
        for hop in reversed([one.strip() for one in forwarded if one.strip()]):
            if not _is_ip(hop):
                return peer
            if not self._trusts(hop):
                return hop
            peer = hop
        return peer

    def _trusts(self, address: str) -> bool:
        if not _is_ip(address):
            return False
        ip = ip_address(address)
        return any(ip.version == network.version and ip in network for network in self.networks)


def _is_ip(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return "%" not in text
