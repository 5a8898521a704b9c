"""How Streamlit is set up, for a server that is started from an installed package."""

from __future__ import annotations

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")

# What .streamlit/config.toml says for a source tree. Nothing here may make Streamlit ask the
# network for anything: without an address it asks a web service for the machine's own, with usage
# statistics it reports home, and with e-mail prompts it waits for an answer that nobody gives.
OPTIONS: dict[str, str | int | float | bool | tuple[str, ...]] = {
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "viewer",
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,  # they would send the error to a search engine
    "client.allowedOrigins": (),
    # A browser that has let a cached message go, though the server counts on it, is lost for good
    # ("Cached ForwardMsg MISS"), so nothing is cached; on one machine it saves nothing anyway.
    "global.minCachedMessageSize": 1e9,
    "server.address": "127.0.0.1",
    "server.allowedHosts": LOOPBACK_NAMES,  # a page from elsewhere can't reach it by a DNS trick
    "server.maxUploadSize": 20,  # MB; sources refuse more than that too
    "server.showEmailPrompt": False,
    "theme.baseRadius": "6px",
    "theme.showWidgetBorder": True,
    "theme.light.primaryColor": "#0b5a97",
    "theme.light.backgroundColor": "#faf9f6",
    "theme.light.secondaryBackgroundColor": "#efede6",
    "theme.light.textColor": "#1a1d21",
    "theme.light.borderColor": "#dad8d0",
    "theme.light.sidebar.backgroundColor": "#f1efe9",
    "theme.light.sidebar.secondaryBackgroundColor": "#ffffff",
    "theme.dark.primaryColor": "#6db3f0",
    "theme.dark.backgroundColor": "#15171a",
    "theme.dark.secondaryBackgroundColor": "#23272c",
    "theme.dark.textColor": "#eae7e1",
    "theme.dark.borderColor": "#383d44",
    "theme.dark.sidebar.backgroundColor": "#1b1e22",
    "theme.dark.sidebar.secondaryBackgroundColor": "#262a30",
}


def flags(options: dict[str, str | int | float | bool | tuple[str, ...]]) -> list[str]:
    """Return options as `streamlit run` takes them; an option of many values is repeated."""
    given = []
    for name, value in options.items():
        values = value if isinstance(value, tuple) else (value,)
        for item in values:
            given.append(f"--{name}={str(item).lower() if isinstance(item, bool) else item}")
    return given
