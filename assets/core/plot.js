// Plot: the place of a figure. React draws the place, plotly what is in it.
import { draw, release } from "./figures.js";
import { enter, leave, startOf } from "./slots.js";

const { React } = window;

export class Plot extends React.Component {
  constructor(props) {
    super(props);
    this.box = React.createRef();
    this.slot = {
      isPlot: true,
      latest: props.figure,
      node: () => this.box.current,
      show: (figure) => draw(this.box.current, figure),
    };
    this.start = startOf(props.id, props.figure);
  }

  componentDidMount() {
    enter(this.props.id, this.slot);
  }

  componentDidUpdate() {
    this.slot.latest = this.props.figure;
  }

  componentWillUnmount() {
    leave(this.props.id, this.slot);
    release(this.box.current);
  }

  render() {
    const { id, attributes } = this.props;
    return React.createElement("div", { id, className: "graph", ...attributes, ref: this.box });
  }
}
