//! Values made once for what they rest on.

use std::{cell::RefCell, collections::VecDeque, sync::Arc};

/// Values of one kind, each kept with what it was made of; of more than `MOST` the oldest goes first.
#[derive(Debug)]
pub(super) struct Memo<K, V, const MOST: usize = 16>(RefCell<VecDeque<(K, V)>>);

impl<K, V, const MOST: usize> Default for Memo<K, V, MOST> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<K: PartialEq, V: Clone, const MOST: usize> Memo<K, V, MOST> {
    /// The value of a key, made when it is first asked for.
    pub(super) fn of(&self, key: K, make: impl FnOnce() -> V) -> V {
        let kept = self.0.borrow();
        if let Some((_, value)) = kept.iter().find(|(known, _)| *known == key) {
            return value.clone();
        }
        drop(kept);
        let value = make();
        let mut kept = self.0.borrow_mut();
        if kept.len() == MOST {
            kept.pop_front();
        }
        kept.push_back((key, value.clone()));
        value
    }
}

/// A shared value that is the same only as itself.
#[derive(Debug)]
pub(super) struct Same<T>(pub Arc<T>);

impl<T> Same<T> {
    pub(super) fn of(value: &Arc<T>) -> Self {
        Self(Arc::clone(value))
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_once_and_the_oldest_is_forgotten() {
        const MOST: usize = 3;
        let memo = Memo::<usize, usize, MOST>::default();
        let made = RefCell::new(0);
        let ask = |key: usize| {
            memo.of(key, || {
                *made.borrow_mut() += 1;
                key * 2
            })
        };
        for key in (0..=MOST).chain([MOST, 1]) {
            assert_eq!(ask(key), key * 2);
        }
        assert_eq!(*made.borrow(), MOST + 1);
        ask(0);
        assert_eq!(*made.borrow(), MOST + 2);
    }
}
