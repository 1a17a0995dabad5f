import { graphql } from "../generated";

export const AccountChangedSubscription = graphql(`
  subscription AdminAccountChanged($id: ID) {
    accountChanged(id: $id) {
      actions
      account {
        id
      }
    }
  }
`);

export const InvitationChangedSubscription = graphql(`
  subscription AdminInvitationChanged($id: ID) {
    invitationChanged(accountId: $id) {
      actions
      accountContact {
        id
        contact {
          id
          name
        }
      }
    }
  }
`);
