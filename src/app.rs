//! App.
#![allow(missing_docs)]
use leptos::prelude::*;
leptos_i18n::load_locales!();
use i18n::{I18nContextProvider, use_i18n, t};
#[component]
fn Hello() -> impl IntoView { let i18n = use_i18n(); view!{ <main><h1>{t!(i18n, shell.app_name)}</h1></main> } }
pub fn start() {
    console_error_panic_hook::set_once();
    mount_to_body(|| view!{ <I18nContextProvider><Hello/></I18nContextProvider> });
}
