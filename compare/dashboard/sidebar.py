"""The settings of a comparison, made from Settings with their help."""

from __future__ import annotations

import streamlit as st

from compare.settings import SettingInfo, Settings, setting_infos, settings_from


def label(name: str) -> str:
    """Return a setting's name as people write it: `Link threshold`."""
    return name.replace("_", " ").capitalize()


def help_text(info: SettingInfo) -> str:
    """Return a setting's help with its range and default."""
    limits = f" From {info.low:g} to {info.high:g}." if info.low is not None else ""
    return f"{info.help}{limits} The default is {info.default}."


def key(name: str) -> str:
    """Return the widget key of a setting."""
    return f"setting_{name}"


def settings_form() -> Settings:
    """Draw a field a setting and return what they say.

    :raises SettingError: a value outside its range
    """
    values = {}
    with st.expander("Settings", key="settings"):
        for info in setting_infos():
            values[info.name] = _field(info)
        st.button("Reset to defaults", key="reset_settings", on_click=reset, width="stretch")
    return settings_from(**values)


def _field(info: SettingInfo) -> str | float | None:
    st.session_state.setdefault(key(info.name), info.default)
    if info.low is None:
        text: str = st.text_input(
            label(info.name), key=key(info.name), help=help_text(info), persist_state="session"
        )
        return text
    # No limits on the field itself: Settings holds them, and says what is wrong in a sentence.
    number: float | None = st.number_input(
        label(info.name),
        step=0.05,
        format="%.2f",
        key=key(info.name),
        help=help_text(info),
        persist_state="session",
    )
    return number


def reset() -> None:
    """Put every setting back to its default."""
    for info in setting_infos():
        st.session_state[key(info.name)] = info.default
