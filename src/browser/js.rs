//! Asking JavaScript objects for what may not be there.
//!
//! Invariant: no function here throws; a missing property, a method that is not one and an exception all
//! come back as `None` or `Err`.

use js_sys::{Array, Function, Reflect, futures};
use wasm_bindgen::{JsCast, JsValue};

/// A property, unless it is absent, null, undefined or its getter throws.
pub(super) fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name))
        .ok()
        .filter(|value| !value.is_undefined() && !value.is_null())
}

/// A property that holds text.
pub(super) fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name)?.as_string()
}

/// A property that holds a yes or no; absent counts as no.
pub(super) fn flag(object: &JsValue, name: &str) -> bool {
    get(object, name).is_some_and(|value| value.is_truthy())
}

/// Whether an object has a method of this name.
pub(super) fn has_method(object: &JsValue, name: &str) -> bool {
    get(object, name).is_some_and(|value| value.is_function())
}

/// Sets a property. A refusal is ignored: what matters is checked where it is used.
pub(super) fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// Calls a method. A missing method is an `Err` that holds `undefined`.
pub(super) fn call(
    object: &JsValue,
    name: &str,
    arguments: &[&JsValue],
) -> Result<JsValue, JsValue> {
    let method: Function = get(object, name)
        .and_then(|value| value.dyn_into().ok())
        .ok_or(JsValue::UNDEFINED)?;
    method.apply(object, &list(arguments))
}

/// Makes an object with `new constructor(...)`.
pub(super) fn construct(constructor: &JsValue, arguments: &[&JsValue]) -> Option<JsValue> {
    let constructor: &Function = constructor.dyn_ref()?;
    Reflect::construct(constructor, &list(arguments)).ok()
}

/// Lets a promise run its course. A rejection is swallowed: the caller watches the effect elsewhere.
pub(super) fn let_run(promise: Result<JsValue, JsValue>) {
    if let Ok(promise) = promise {
        futures::spawn_local(async move {
            let _ = settled(promise).await;
        });
    }
}

/// Waits for a promise; a value that is not a promise is its own answer.
pub(super) async fn settled(promise: JsValue) -> Result<JsValue, JsValue> {
    futures::JsFuture::from(js_sys::Promise::resolve(&promise)).await
}

fn list(arguments: &[&JsValue]) -> Array {
    let array = Array::new();
    for argument in arguments {
        array.push(argument);
    }
    array
}
