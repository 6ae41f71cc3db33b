// Html: a text of the page, drawn by React.
import { element, renewed } from "./element.js";
import { enter, leave, startOf } from "./slots.js";

const { React } = window;
const REACHABLE = "a, button, summary, select";

const kindOf = (link) => [link.className, "view" in link.dataset].join();

export class Html extends React.Component {
  constructor(props) {
    super(props);
    this.state = { shown: startOf(props.id, props.tree) };
    this.box = React.createRef();
    this.slot = {
      latest: props.tree,
      node: () => this.box.current,
      show: (tree) => {
        const shown = renewed(tree, this.state.shown);
        if (shown !== this.state.shown) this.setState({ shown });
      },
    };
  }

  componentDidMount() {
    enter(this.props.id, this.slot);
  }

  componentWillUnmount() {
    leave(this.props.id, this.slot);
  }

  // What has the focus, before React changes anything.
  getSnapshotBeforeUpdate() {
    const focused = document.activeElement;
    const box = this.box.current;
    if (!box.contains(focused) || focused === box) return null;
    return { focused, at: [...box.querySelectorAll(REACHABLE)].indexOf(focused) };
  }

  componentDidUpdate(_before, _state, had) {
    this.slot.latest = this.props.tree;
    if (had && !had.focused.isConnected) this.refocus(had);
  }

  // The focus goes back to the same place if what had it is gone; where nothing or something of
  // another kind is there now, to the refuge if there is one.
  refocus({ focused, at }) {
    const reachable = [...this.box.current.querySelectorAll(REACHABLE)];
    const near = reachable[at] || reachable[reachable.length - 1];
    const refuge = near && kindOf(near) === kindOf(focused)
      ? null : document.getElementById(this.props.refuge);
    (refuge || near)?.focus({ preventScroll: true });
  }

  render() {
    const { id, tag, attributes } = this.props;
    const { shown } = this.state;
    if (!this.drawn || this.drawn.of !== shown) {
      const props = { id, ...attributes, ref: this.box };
      const children = Array.isArray(shown) ? shown.map(element) : [element(shown ?? null)];
      this.drawn = { of: shown, as: React.createElement(tag, props, ...children) };
    }
    return this.drawn.as;
  }
}
